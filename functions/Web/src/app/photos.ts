import { call, get } from './api';
import { h } from './dom';

const pollMilliseconds = 700;
const pollsMax = 120;

/** Sends photos on the finder's road, where they are measured, looked at and stripped of place and camera. The id of the identification. */
export async function sendPhotos(files: Iterable<File>): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('images', file);
  return (await call<{ id: string }>('plants/identifications', { form })).id;
}

/** The identification once nothing more will happen to it; null where that takes too long. */
export async function lookedAt<T extends { status: string }>(id: string): Promise<T | null> {
  for (let poll = 0; poll < pollsMax; poll++) {
    const identification = await get<T>(`plants/identifications/${id}`);
    if (identification.status === 'succeeded' || identification.status === 'failed') return identification;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
  return null;
}

/** A photo that its owner alone may see: fetched with the session's token, which no address carries. One that does not come leaves its green ground. */
export function ownPicture(href: string, alt: string, classes: string, side: number): HTMLImageElement {
  const image = h('img', { class: `rounded-lg bg-leaf-100 object-cover dark:bg-gray-700 ${classes}`, alt, width: side, height: side });
  void call<Blob>(href.replace('/api/v1/', ''), { isFile: true }).then((file) => { image.src = URL.createObjectURL(file); }, () => undefined);
  return image;
}
