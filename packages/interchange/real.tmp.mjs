import fs from 'node:fs';
import * as ic from './dist/index.js';
const m = await import('/work/main/packages/data/dist/index.js');
const ledger = typeof m.curatedLedger==='function' ? m.curatedLedger() : m.curatedLedger;
console.log(ledger.events.length, ledger.claims.length);
let t=performance.now(); const assessed = ic.assessLedger(ledger); console.log('assess', performance.now()-t);
const out='/tmp/ic-eval/out/'; fs.mkdirSync(out,{recursive:true});
for (const table of ic.TABLES) {
  t=performance.now(); let s=''; for await (const c of ic.writeCsv(table.columns, table.rows(assessed))) s+=c; const t1=performance.now()-t;
  t=performance.now(); const b=[]; for await (const c of ic.writeParquet(table.columns, table.rows(assessed))) b.push(c); const t2=performance.now()-t;
  const p=Buffer.concat(b);
  fs.writeFileSync(out+table.name+'.csv',s); fs.writeFileSync(out+table.name+'.parquet',p);
  console.log(table.name, s.split('\r\n').length-2, 'csv', s.length, t1|0, 'parquet', p.length, t2|0);
}
t=performance.now(); const j=[...ic.writeJsonLd(ledger)].join(''); console.log('jsonld', j.length, performance.now()-t|0); fs.writeFileSync(out+'ledger.jsonld', j);
fs.writeFileSync(out+'csv-metadata.json', ic.writeCsvw(ic.TABLES,{title:'x'}));
import jsonld from 'jsonld';
t=performance.now();
const q = await jsonld.toRDF(JSON.parse(j),{safe:true,documentLoader:(u)=>{throw new Error('network '+u)}}); console.log('quads', q.length, performance.now()-t|0);
