export { formatQuantity } from '@counterclaim/domain/words';
