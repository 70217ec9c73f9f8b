import { fileURLToPath, pathToFileURL } from 'node:url';

/** One spelling for each uri: clients encode the same file's uri in different ways. */
export function uriKey(uri: string): string {
  const path = pathOfUri(uri);
  return path === undefined ? uri : uriOfPath(path);
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** The path of a `file:` uri; undefined for any other, and for one that names no path. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
