// The pictures of a story: those that lie beside it, and those that were added and are not saved yet.

import { Refused, sendPicture } from './api.js';
import { toast } from './dom.js';

export function pictureShelf(editor) {
  const added = new Map(); // name -> the file, and an address that shows it
  const listeners = [];

  async function send(file, name) {
    const answer = await sendPicture(editor.which(), file, name);
    editor.file.id = answer.id;
    return answer;
  }

  return {
    /** Gives a picture to the draft. Gives the name that it has beside the story, or undefined where it cannot be had. */
    async add(file) {
      try {
        const answer = await send(file, file.name || 'anh');
        added.set(answer.name, { file, address: URL.createObjectURL(file) });
        if (answer.located) toast('Ảnh này còn ghi nơi chụp. Nếu là nhà riêng, hãy xóa thông tin vị trí của ảnh trước khi đăng.', { bad: true });
        for (const listener of listeners) listener();
        return answer.name;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        toast(error.message, { bad: true });
        return undefined;
      }
    },
    /** Sends pictures again that the program has lost. Says whether it could. */
    async again({ id, names }) {
      editor.file.id = id;
      for (const name of names) {
        const own = added.get(name);
        if (!own || (await send(own.file, name)).name !== name) return false;
      }
      return true;
    },
    /** The added ones that are named in what is written. */
    used: (written) => [...added.keys()].filter((name) => new RegExp(`(?<![a-z0-9-])${name.replaceAll('.', '\\.')}(?![a-z0-9])`).test(written)),
    /** The pictures of what was saved lie beside the story now. */
    saved(written) {
      const used = this.used(written);
      editor.file.beside = [...new Set([...editor.file.beside, ...used])];
      for (const name of used) added.delete(name);
    },
    names: () => [...new Set([...editor.file.beside, ...added.keys()])],
    address: (name) => added.get(name)?.address ?? `/_soan/anh?${new URLSearchParams({ tep: editor.file.path, ten: decoded(name) })}`,
    onChange: (listener) => listeners.push(listener),
  };
}

function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
