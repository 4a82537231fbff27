import { Option } from 'commander';

/** The option that says how long to wait for another process that writes. */
export const waitOption = (): Option =>
  new Option('--wait <seconds>', 'how long to wait for another process that writes to the ledger').default('60');
