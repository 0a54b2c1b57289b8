import type { Command } from 'commander'

/** A place in the command line (`code list`, or '' at its beginning) and what may follow there. */
interface Place {
  readonly path: string
  /** A verb: what follows are its arguments and options. */
  readonly isVerb: boolean
  readonly words: readonly Word[]
}

interface Word {
  readonly word: string
  readonly about: string
  readonly takesValue?: boolean
}

/** Every place of the command line, read from the commands themselves. */
function placesOf(command: Command, path = ''): Place[] {
  const nouns = command.commands.map((sub) => ({ word: sub.name(), about: sub.description() }))
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) =>
    argChoices.map((word) => ({ word, about: '' })),
  )
  const options = command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, description, required }) => ({
      word: long ?? '',
      about: description,
      takesValue: required,
    }))
  const below = command.commands.flatMap((sub) => placesOf(sub, `${path} ${sub.name()}`.trim()))
  return [{ path, isVerb: nouns.length === 0, words: [...nouns, ...choices, ...options] }, ...below]
}

// Words before the cursor, without options, are the place; where nothing of it matches, a file is meant.
const bash = (program: Command) => `_lessor() {
  local cur=\${COMP_WORDS[COMP_CWORD]} place= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) place="$place $word" ;; esac
  done
  case "\${place# }" in
${casesOf(program, (words) => `COMPREPLY=($(compgen -W '${words.map(({ word }) => word).join(' ')}' -- "$cur"))`)}
  esac
}
complete -o default -F _lessor lessor`

const zsh = (program: Command) => `#compdef lessor
_lessor() {
  local place word
  local -a found
  for word in \${words[2,CURRENT-1]}; do
    case $word in -*) ;; *) place="$place $word" ;; esac
  done
  case "\${place# }" in
${casesOf(program, (words) => `found=(${words.map(({ word, about }) => quoted(`${word}:${about}`)).join(' ')})`)}
  esac
  _describe lessor found || _files
}
compdef _lessor lessor`

const casesOf = (program: Command, line: (words: readonly Word[]) => string) =>
  placesOf(program)
    .map(
      ({ path, isVerb, words }) =>
        `    ${quoted(path)}${isVerb ? `|${quoted(`${path} `)}*` : ''}) ${line(words)} ;;`,
    )
    .join('\n')

const fish = (program: Command) => `function __lessor_place
  string match -v -- '-*' (commandline -opc)[2..-1] | string join ' '
end
function __lessor_at
  test "$(__lessor_place)" = "$argv"
end
function __lessor_in
  string match -q -- "$argv *" "$(__lessor_place) "
end
complete -c lessor -f
${placesOf(program).flatMap(fishLines).join('\n')}`

const fishLines = ({ path, isVerb, words }: Place) =>
  words.map(({ word, about, takesValue }) => {
    const what = word.startsWith('--') ? `-l ${word.slice(2)}${takesValue ? ' -r -F' : ''}` : `-a ${word}`
    return `complete -c lessor -n '${isVerb ? '__lessor_in' : '__lessor_at'} ${path}' ${what} -d ${quoted(about)}`
  })

// Within single quotes a shell reads everything as it stands, but for the quote itself.
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** The completion script of each shell, made from the commands. */
export const scripts = { bash, zsh, fish }
export type Shell = keyof typeof scripts
