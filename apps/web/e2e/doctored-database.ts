/** Writes the doctored records into a database in the folder that is its argument. */
import { openService } from '@counterclaim/api';
import { ledgerItems } from '@counterclaim/domain';
import { doctoredLedger } from './doctored.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('doctored-database.ts needs a folder.');
const ledger = await doctoredLedger();
const { store, close } = await openService({ COUNTERCLAIM_DATA: folder });
await store.replaceDataset(ledger.dataset, 'doctored', ledgerItems(ledger));
// Under the curated ledger's own digest, so that the server takes it for the one that it would load.
await store.replaceDataset(ledger.dataset, ledger.digest, ledgerItems(ledger));
await close();
