export { formatClock, formatDate, formatDay, formatInstant, formatZone } from '@counterclaim/domain/words';
