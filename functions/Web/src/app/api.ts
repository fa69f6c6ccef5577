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

interface Options { method?: string; body?: unknown; form?: FormData; key?: string; signal?: AbortSignal; isFile?: boolean }

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

async function send(path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, image/svg+xml, */*', 'Accept-Language': language() };
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
