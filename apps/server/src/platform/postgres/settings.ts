import { logLinePrefix } from './log-lines.ts'
import { port } from './socket-dir.ts'

// For a small server with one application: durable, few processes, no network, no replication.
const defaults = {
  max_connections: '100',
  shared_buffers: '128MB',
  huge_pages: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  dynamic_shared_memory_type: 'mmap', // Docker's /dev/shm is tiny, and systemd empties it when a user logs out
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  log_line_prefix: logLinePrefix,
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // neither statements nor details, which hold people's data
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

// What only some versions know: PostgreSQL 18 would keep three I/O workers.
const ofMajor: Readonly<Record<string, Readonly<Record<string, string>>>> = { 18: { io_method: 'sync' } }

/** The command line's `-c` settings: the defaults, what the caller changes, and what is fixed. */
export function settingArgs(
  major: string,
  socketDir: string,
  changes: Readonly<Record<string, string>>,
): string[] {
  const fixed = {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`, // a list: commas would split it
    unix_socket_permissions: '0700',
  }
  return Object.entries({ ...defaults, ...ofMajor[major], ...changes, ...fixed }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
}
