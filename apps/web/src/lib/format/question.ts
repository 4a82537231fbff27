export { formatQuestion, formatSlug, type QuestionNames } from '@counterclaim/domain/words';
