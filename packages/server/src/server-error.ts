interface ServerErrorParams {
  'port-in-use': { readonly port: number; readonly host: string };
  'port-not-allowed': { readonly port: number };
  'host-not-available': { readonly host: string };
  'cannot-listen': { readonly port: number; readonly host: string; readonly reason: string };
  'assets-missing': { readonly directory: string; readonly missing: string };
  /** `meant` is the origin that lies in what was written. */
  'bad-origin': { readonly origin: string; readonly meant: string | null };
}

/** Codes of {@link ServerError}. */
export type ServerErrorCode = keyof ServerErrorParams;

const messages: { readonly [C in ServerErrorCode]: (params: ServerErrorParams[C]) => string } = {
  'port-in-use': ({ port, host }) =>
    `Cannot listen on ${host}:${port}: another program does already. Stop it, or choose another port, for example --port ${port < 65535 ? port + 1 : port - 1}.`,
  'port-not-allowed': ({ port }) =>
    `Cannot listen on port ${port}: this user may not. Choose a port from 1024 to 65535, for example --port 4321.`,
  'host-not-available': ({ host }) =>
    `Cannot listen on "${host}": this machine has no such address. Use 127.0.0.1 for this machine only, or 0.0.0.0 for its network.`,
  'cannot-listen': ({ port, host, reason }) =>
    `Cannot listen on ${host}:${port}: ${reason}. Choose another host or port.`,
  'assets-missing': ({ directory, missing }) =>
    `Cannot serve the page: ${directory} has no ${missing}. Build the widgets first, or name the folder that holds them.`,
  'bad-origin': ({ origin, meant }) =>
    `Cannot allow "${origin}" to embed: it is not an origin. Write scheme, host and port only, ${meant === null ? 'such as https://intranet.example.com' : `here ${meant}`}.`,
};

/** What this package throws when it cannot serve. */
export class ServerError<C extends ServerErrorCode = ServerErrorCode> extends Error {
  override readonly name = 'ServerError';
  /** What went wrong, from a closed list. */
  readonly code: C;
  /** What the message is made of. */
  readonly params: ServerErrorParams[C];

  constructor(code: C, params: ServerErrorParams[C], options?: ErrorOptions) {
    super(messages[code](params), options);
    this.code = code;
    this.params = params;
  }
}
