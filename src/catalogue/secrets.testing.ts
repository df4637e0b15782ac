/** Ways to print what a Secret holds: its object in a form that has the data, decoding, and what runs in a container. */
const PRINTING: readonly RegExp[] = [
  /\bget\b.*\bsecrets?\b.*(?:-o|--output)[ =]?'?(?:yaml|json|jsonpath|go-template|template|custom-columns)/,
  /--raw\s+\S*\/secrets\//,
  /\bbase64\s+(?:-d|-D|--decode)\b/,
  /\bexec\b.*\s(?:env|printenv|cat)\b/,
];

/** Whether a command would show the value of a Secret, which then stands in terminals, tickets and chats. */
export const printsSecret = (command: string): boolean => PRINTING.some((pattern) => pattern.test(command));
