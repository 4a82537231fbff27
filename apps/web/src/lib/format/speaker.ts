export { actorName, formatOwner, formatSpeaker } from '@counterclaim/domain/words';
