import { startInstallation } from '/work/main/tests/support/installation/installation.ts'
import { aCitizen } from '/work/main/tests/support/client/people.ts'
import { startService } from '/work/main/tests/support/client/application.ts'
import { memoryOf } from '/work/main/tests/security/memory.ts'
import autocannon from 'autocannon'
const i = await startInstallation()
try {
  const mem = async () => Math.round(await memoryOf(i) / 1e6)
  console.log('start', await mem())
  const ada = await aCitizen(i.origin, 'ada')
  const step = await startService(ada, 'synpunkt')
  console.log('login', await mem())
  for (let r = 0; r < 4; r++) {
    const res = await autocannon({ url: i.origin.replace('localhost','127.0.0.1'), amount: 5000, connections: 10, requests: ['/', '/e-tjanster', '/mina-sidor', step.url.pathname].map(path => ({ path, headers: { host: `localhost:${i.port}`, cookie: ada.cookieFor('/') } })) })
    console.log(r, res.requests.average, res['2xx'], res.non2xx, await mem())
  }
} finally { await i.stop() }
process.exit()
