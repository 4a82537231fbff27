export { formatAnswer } from '@counterclaim/domain/words';
