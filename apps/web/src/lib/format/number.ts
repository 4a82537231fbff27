export { formatCount, formatList, formatNumber } from '@counterclaim/domain/words';
