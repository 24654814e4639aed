/** The command line: its options, and what it says of them. Must not know what is checked. */
import { parseArgs } from 'node:util';
import { needsTwoPayers, type RunOptions } from './run.js';

export const usage = `Checks an endpoint against the aspire-pay endpoint API, by HTTP alone.

  aspire-pay-conformance <url> [options]

  <url>                 base address, such as https://pay.example.com/api/aspire-pay/v1
  --token <token>       bearer token of a payer; or ASPIRE_PAY_TOKEN in the environment
  --other-token <token> of another payer; or ASPIRE_PAY_OTHER_TOKEN
  --write               leave to pay, void, add and remove, in a sandbox: the smallest amounts
                        that are allowed, canceled afterwards where that is offered.
                        Without it, the kit only reads
  --origin <origin>     a site that is configured at the endpoint, to check CORS with
  --email <address>     an address on file, to compare answers to requests for codes with
  --postal-code <code>, --contract-number <n>
                        of a contract on file for it, to compare requests to register with
  --routing-number <n>  nine digits for bank accounts that are made up (110000000)
  --json <file>         writes the report as JSON
  --html <file>         writes the report as a page
  --all                 lists the checks that were kept, too, when piped
  --help                says this

Exit code 0: nothing found. 1: something found, or a check that could not be finished.
2: wrong usage, or no endpoint there.
`;

export interface CommandLine {
  readonly run: RunOptions;
  readonly json: string | undefined;
  readonly html: string | undefined;
  readonly showsAll: boolean;
}

/** What is wrong with the command line, in a sentence. */
export class WrongUsage extends Error {}

const readUrl = (text: string | undefined): string => {
  if (text === undefined) throw new WrongUsage('Name the endpoint’s address.');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new WrongUsage(`${text} is no http or https address.`);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new WrongUsage('The address holds more than a place: leave out names, passwords, queries and fragments.');
  }
  return text;
};

const readRoutingNumber = (text: string | undefined): { routingNumber?: string } => {
  if (text === undefined) return {};
  if (!/^\d{9}$/.test(text)) throw new WrongUsage('A routing number has nine digits.');
  return { routingNumber: text };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        token: { type: 'string' },
        'other-token': { type: 'string' },
        write: { type: 'boolean' },
        origin: { type: 'string' },
        email: { type: 'string' },
        'postal-code': { type: 'string' },
        'contract-number': { type: 'string' },
        'routing-number': { type: 'string' },
        json: { type: 'string' },
        html: { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : 'The options cannot be read.');
  }
};

/** Undefined where help is asked for. */
export const readCommandLine = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine | undefined => {
  const { values, positionals } = parse(args);
  if (values.help === true) return undefined;
  if (positionals.length > 1) throw new WrongUsage('Name one address.');
  const url = readUrl(positionals[0]);
  const token = values.token ?? environment['ASPIRE_PAY_TOKEN'];
  const otherToken = values['other-token'] ?? environment['ASPIRE_PAY_OTHER_TOKEN'];
  const mayWrite = values.write === true;
  if (mayWrite && (token === undefined || otherToken === undefined)) {
    throw new WrongUsage(needsTwoPayers);
  }
  const { origin, email } = values;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin)) {
    throw new WrongUsage(`${origin} is no origin such as https://www.example.com.`);
  }
  const onFile = { email, postalCode: values['postal-code'], contractNumber: values['contract-number'] };
  return {
    run: { url, token, otherToken, mayWrite, origin, ...onFile, ...readRoutingNumber(values['routing-number']) },
    json: values.json,
    html: values.html,
    showsAll: values.all === true,
  };
};
