export { formatRange } from '@counterclaim/domain/words';
