// The server with thirty days of sample data, to look around: `npm run try`. Delete its folder to start over.
import { sampleEnv } from './sample.ts'

const env = {
  ...sampleEnv('try'),
  // Beside a real server and the Worker edition.
  SERVER_PORT: '28003',
  LESSOR_BRAND_NAME_ZH: '示例店铺（试用）',
  LESSOR_BRAND_NAME_EN: 'Sample shop (trial)',
}
// A database or a port that was set for the real server is not for this one; a port after `--` is.
const [port] = process.argv.slice(2)
Object.assign(process.env, env, port === undefined ? {} : { SERVER_PORT: port })
delete process.env['DATABASE_URL']
delete process.env['LESSOR_DB_URL']
await import('../apps/server/src/main.ts')
