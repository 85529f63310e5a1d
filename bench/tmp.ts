import { defaultAgreement } from '@sameteam/agreement';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { rmSync } from 'node:fs';
import { leadLogBatch, randomLeadsBatch } from './src/lead-log.ts';
rmSync('/tmp/exp/t.duckdb',{force:true});
const engine = await openDuckDbEngine({ path:'/tmp/exp/t.duckdb', agreement: defaultAgreement });
const leads=Number(process.argv[2]??100000);
const s=await engine.beginImport({recordedMs:1}); for(let f=0;f<leads;f+=20000) await s.append(leadLogBatch(f,20000)); await s.commit({files:[],read:1,accepted:1,duplicates:0,quarantined:0});
for(let i=0;i<6;i++){ if(i==5) (globalThis as any).TR=true; const t0=performance.now(); const s=await engine.beginImport({recordedMs:2+i}); await s.append(randomLeadsBatch(leads,1000,i+1)); const t=performance.now(); await s.commit({files:[],read:1,accepted:1,duplicates:0,quarantined:0}); console.log('commit', performance.now()-t, 'append', t-t0);}
await engine.close();
