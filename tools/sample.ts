import { join } from 'node:path'

/**
 * The environment of a server with sample data: a folder of its own, so that real data stays real, and out of reach of
 * other machines, because its passwords are known.
 */
export const sampleEnv = (folder: string): Record<string, string> => ({
  LESSOR_DATA_DIR: join(import.meta.dirname, '../data', folder),
  LESSOR_SERVER_HOST: '127.0.0.1',
  LESSOR_BOOTSTRAP_ADMIN_PASSWORD: 'only for development',
})
