import type { Command } from 'commander'

/** A place in the command line (`code list`, or '' at its beginning) and what may follow there. */
interface Place {
  readonly path: string
  readonly words: readonly (readonly [word: string, about: string])[]
}

/** Every place of the command line, read from the commands themselves. */
function placesOf(command: Command, path = ''): Place[] {
  const subcommands = command.commands.map((sub) => [sub.name(), sub.description()] as const)
  const options = command.options.map((option) => [option.long ?? option.flags, option.description] as const)
  const choices = command.registeredArguments.flatMap(({ argChoices }) =>
    (argChoices ?? []).map((choice) => [choice, ''] as const),
  )
  const words = [...subcommands, ...choices, ...options, ['--help', ''] as const]
  const below = command.commands.flatMap((sub) => placesOf(sub, `${path} ${sub.name()}`.trim()))
  return [{ path, words }, ...below]
}

/** Words before the cursor, without options, are the place; what they are not is completed as a file. */
const bash = (program: Command) => `_lessor() {
  local cur=\${COMP_WORDS[COMP_CWORD]} place= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) place="$place $word" ;; esac
  done
  case "\${place# }" in
${casesOf(program, ({ words }) => `COMPREPLY=($(compgen -W '${words.map(([word]) => word).join(' ')}' -- "$cur"))`)}
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -F _lessor lessor`

const zsh = (program: Command) => `#compdef lessor
_lessor() {
  local place word
  local -a found
  for word in \${words[2,CURRENT-1]}; do
    case $word in -*) ;; *) place="$place $word" ;; esac
  done
  case "\${place# }" in
${casesOf(program, ({ words }) => `found=(${words.map(([word, about]) => quoted(`${word}:${about}`)).join(' ')})`)}
    *) _files; return ;;
  esac
  _describe lessor found
}
compdef _lessor lessor`

const casesOf = (program: Command, line: (place: Place) => string) =>
  placesOf(program)
    .map((place) => `    ${quoted(place.path)}) ${line(place)} ;;`)
    .join('\n')

const fish = (program: Command) =>
  [
    `function __lessor_at
  set -l place (string match -v -- '-*' (commandline -opc)[2..-1])
  test "$place" = "$argv"
end
complete -c lessor -f`,
    ...placesOf(program).flatMap(({ path, words }) =>
      words.map(([word, about]) => {
        const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`
        return `complete -c lessor -n '__lessor_at ${path}' ${what} -d ${quoted(about)}`
      }),
    ),
  ].join('\n')

// Within single quotes a shell reads everything as it stands, but for the quote itself.
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** The completion script of each shell, made from the commands. */
export const scripts = { bash, zsh, fish }
export type Shell = keyof typeof scripts
