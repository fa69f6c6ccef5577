import { language } from './text';

export interface FieldError { pointer: string; detail: string }

/** An answer of the API that is not a success: RFC 9457, with the wrong fields where there are any. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly errors: FieldError[];
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(String(body['detail'] ?? body['title'] ?? `HTTP ${status}`));
    this.status = status;
    this.type = String(body['type'] ?? '').replace('urn:kundli:problem:', '');
    this.errors = Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [];
    this.body = body;
  }
}

interface Options { method?: string; body?: unknown; form?: FormData; key?: string; signal?: AbortSignal; isFile?: boolean; isStream?: boolean }

// The access token lives in this page's memory only; the refresh token is a cookie that no script can read.
let accessToken: string | null = null;
let refreshing: Promise<boolean> | null = null;

export const signedIn = (): boolean => localStorage.getItem('session') === '1';

export function keepSession(answer: { accessToken: string; csrfToken?: string }): void {
  accessToken = answer.accessToken;
  localStorage.setItem('session', '1');
  if (answer.csrfToken) sessionStorage.setItem('csrf', answer.csrfToken);
}

/** Nothing of a person stays in the browser after the session: names and addresses that were typed, payments under way. */
export function forgetSession(): void {
  accessToken = null;
  localStorage.removeItem('session');
  sessionStorage.clear();
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return call<T>(path, signal ? { signal } : {});
}

export async function call<T>(path: string, options: Options = {}): Promise<T> {
  if (signedIn() && accessToken === null) await refresh();
  let response = await send(path, options);
  if (response.status === 401 && signedIn() && !path.startsWith('auth/') && (await refresh())) response = await send(path, options);
  if (!response.ok) throw new Problem(response.status, await problemOf(response));
  if (response.status === 204) return undefined as T;
  if (options.isStream) return response as T;
  if (options.isFile) return (await response.blob()) as T;
  const type = response.headers.get('content-type') ?? '';
  return (type.includes('json') ? await response.json() : await response.text()) as T;
}

/** Fetches a file with the session's token, which no link carries, and hands it to the browser as a download. */
export async function download(path: string, name: string): Promise<void> {
  const file = await call<Blob>(path, { isFile: true });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Asks for an answer as server-sent events and hands each on as it comes. Not an EventSource: it can't send a body or a token.
 * @returns What the last event, `done`, holds. An `error` event is thrown as the problem that it is.
 */
export async function stream<T>(path: string, body: unknown, part: (data: unknown) => void, signal?: AbortSignal): Promise<T> {
  const response = await call<Response>(path, { body, isStream: true, ...(signal ? { signal } : {}) });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  for (;;) {
    const { value, done } = await reader.read();
    waiting += value ?? '';
    for (let end = waiting.indexOf('\n\n'); end >= 0; end = waiting.indexOf('\n\n')) {
      const event = eventOf(waiting.slice(0, end));
      waiting = waiting.slice(end + 2);
      if (event?.name === 'part') part(event.data);
      else if (event?.name === 'error') throw new Problem(Number((event.data as { status?: number }).status ?? 500), event.data as Record<string, unknown>);
      else if (event?.name === 'done') return event.data as T;
    }
    if (done) throw new TypeError('The answer ended before it was whole.');
  }
}

/** An event of a stream; null for a comment, which only keeps the line alive. */
function eventOf(text: string): { name: string; data: unknown } | null {
  const lines = text.split('\n');
  const all = (field: string): string => lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).trimStart()).join('\n');
  const data = all('data');
  return data === '' ? null : { name: all('event'), data: JSON.parse(data) };
}

async function send(path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: options.isStream ? 'text/event-stream' : 'application/json, image/svg+xml, */*', 'Accept-Language': language() };
  if (accessToken) headers['Authorization'] = `Bearer ${accessToken}`;
  if (options.key) headers['Idempotency-Key'] = options.key;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  const csrf = sessionStorage.getItem('csrf');
  if (csrf && path.startsWith('auth/')) headers['X-CSRF-Token'] = csrf;
  return fetch(`/api/v1/${path}`, {
    method: options.method ?? (options.body === undefined && !options.form ? 'GET' : 'POST'),
    headers,
    credentials: 'same-origin',
    ...(options.form ? { body: options.form } : options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

// Two requests that find the token expired share one refresh: a second one would look like a stolen token.
function refresh(): Promise<boolean> {
  refreshing ??= (async () => {
    try {
      const response = await send('auth/refresh', { method: 'POST', body: {} });
      if (response.ok) keepSession(await response.json());
      else if (response.status === 401 || response.status === 403) forgetSession();
      return response.ok;
    } finally {
      refreshing = null;
    }
  })();
  return refreshing;
}

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  try {
    return await response.json();
  } catch {
    return { title: `HTTP ${response.status}` };
  }
}

export const query = (values: Record<string, string | number | boolean | null | undefined>): string => {
  const pairs = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
};
