// Files and folders that were dropped or chosen.

const FILM = /\.(3gp|asf|avi|flv|gif|m2ts?|m4v|mjpe?g|mkv|mov|mp4|mpe?g|mts|mxf|ogv|ts|vob|webm|wmv|y4m)$/i;

/** Reads what was dropped, folders with all that is inside. */
export async function filesOf(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) {
    return choice([...transfer.files], false);
  }
  const files = (await Promise.all(entries.map(walk))).flat();
  return choice(files, entries.some(entry => entry.isDirectory));
}

/**
 * Splits files into those to send and those left out. A file that somebody points at is always sent, since its
 * content decides what it is; of a folder, only what is named like a film.
 */
export function choice(files, isFolder) {
  const isFilm = file => !file.name.startsWith(".") && (file.type.startsWith("video/") || FILM.test(file.name));
  const taken = isFolder ? files.filter(isFilm) : files;
  return { taken, leftOut: files.length - taken.length };
}

async function walk(entry) {
  if (entry.isFile) {
    return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) { // It hands out a folder in parts.
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) {
      return found;
    }
    found.push(...(await Promise.all(part.map(walk))).flat());
  }
}
