export { STANCE_WORDS, formatStance } from '@counterclaim/domain/words';
