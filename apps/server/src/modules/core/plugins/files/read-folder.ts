import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { constants } from 'node:fs'
import type { ScriptProblem } from '../model.ts'
import { maxSourceBytes, tooLarge } from '../script/read-script.ts'

/** A file of a folder of plugins: its text, or why it has none. */
export interface FileRead {
  readonly name: string
  readonly source?: string
  readonly problem?: ScriptProblem
  readonly isRustBill?: true
}

const filesAtMost = 500

/** The plugins of a folder, by name; a folder that isn't there has none. Its problem is that of a file without a name. */
export async function readFolder(path: string): Promise<FileRead[]> {
  let names: string[]
  try {
    names = (await readdir(path)).filter(isScript).toSorted()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? [] : [{ name: '', problem: unreadable(code) }]
  }
  const files: FileRead[] = []
  for (const name of names.slice(0, filesAtMost)) files.push(await readOne(path, name))
  if (names.length > filesAtMost) files.push({ name: '', problem: tooMany })
  return files
}

const isScript = (name: string) => /^[^.].*\.(m?js|m?ts|rn)$/.test(name) && !/\.(d|test)\.m?ts$/.test(name)

async function readOne(folder: string, name: string): Promise<FileRead> {
  if (name.endsWith('.rn')) return { name, isRustBill: true }
  try {
    // A pipe without a writer would never open.
    await using file = await open(join(folder, name), constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = await file.stat()
    if (!stat.isFile()) return { name, problem: noFile }
    if (stat.size > maxSourceBytes) return { name, problem: tooLarge }
    // It may have grown meanwhile.
    const { buffer, bytesRead } = await file.read(Buffer.alloc(maxSourceBytes + 1), 0, maxSourceBytes + 1, 0)
    if (bytesRead > maxSourceBytes) return { name, problem: tooLarge }
    return { name, source: new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead)) }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return { name, problem: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? notUtf8 : unreadable(code) }
  }
}

const unreadable = (code: string): ScriptProblem => ({
  message: { en: `Can’t be read (${code})`, zh: `无法读取（${code}）` },
})
const noFile: ScriptProblem = { message: { en: 'Not a regular file', zh: '不是普通文件' } }
const notUtf8: ScriptProblem = { message: { en: 'Not UTF-8 text', zh: '不是 UTF-8 编码的文本' } }
const tooMany: ScriptProblem = {
  message: {
    en: `More than ${filesAtMost} plugins; the others are left out`,
    zh: `插件超过 ${filesAtMost} 个，其余未读取`,
  },
}
