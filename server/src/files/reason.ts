/** Why a file or folder could not be read or written, in words for its user. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read (permission denied)';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'it is no folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Why a file could not be written. */
export function writeReasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it may not be written (permission denied)';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file stands where a folder is needed';
    default:
      return reasonOf(error);
  }
}
