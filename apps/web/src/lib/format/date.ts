export {
  formatClock,
  formatDate,
  formatDay,
  formatInstant,
  formatZone,
  type DateStyle,
} from '@counterclaim/domain/words';
