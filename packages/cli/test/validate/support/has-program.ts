import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Whether a program is on this machine; one that is named by its path is. */
export async function hasProgram(name: string): Promise<boolean> {
  try {
    await promisify(execFile)(name, ['--version']);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
