import { Command } from 'commander';

/** `counterclaim`: one subcommand a file, added here. */
export const program = new Command('counterclaim').description('Check, verify and serve the ledger.');
