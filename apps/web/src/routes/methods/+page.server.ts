import { RULES } from '@counterclaim/domain';
import methodology from '../../../../../docs/methodology.md';

export const load = () => ({ methodology, rules: Object.entries(RULES) });
