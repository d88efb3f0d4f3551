/**
 * Uploads of the desk, as text, for it runs in the browser; part of the desk's one script. A chosen file goes up at once, with
 * its progress; large photos are made smaller first, for a village's line is slow. Without it the field's small form is sent.
 */
export const uploadIsland = `
'use strict';
(() => {
  const LONGEST_SIDE = 2400;
  const LOOK_AGAIN_MS = 1500;
  const LOOKS = 60;
  const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json' };

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const hexOf = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

  /** A photo larger than any page shows it is drawn smaller; what the browser cannot read goes up as it is. */
  const smaller = async (file) => {
    if (!file.type.startsWith('image/')) return file;
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return file;
    const share = LONGEST_SIDE / Math.max(picture.width, picture.height);
    const isPlain = file.type === 'image/jpeg' || file.type === 'image/png';
    if (share >= 1 && isPlain) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * Math.min(1, share));
    canvas.height = Math.round(picture.height * Math.min(1, share));
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return (await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))) || file;
  };

  const problemText = async (answer) => {
    const { title, wayOut } = await answer.json().catch(() => ({}));
    return (title || '没有传上去') + '。' + (wayOut || '请稍后再试。');
  };

  const offer = async (field, file, bytes, key) => {
    const sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes));
    const body = JSON.stringify({ ownerId: field.dataset.owner, name: file.name, size: bytes.byteLength, sha256 });
    const headers = { ...JSON_TYPE, 'idempotency-key': key };
    const answer = await fetch('/desk/files', { method: 'POST', headers, body, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(await problemText(answer));
    return answer.json();
  };

  /** 412: the bytes are there already. */
  const put = ({ url, headers }, bytes, progress) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress(Math.floor((loaded * 100) / total));
    request.onload = () => (request.status === 200 || request.status === 412 ? resolve() : reject(new Error('没有传上去,请重试。')));
    request.onerror = () => reject(new Error('网络不通,没有传上去,请重试。'));
    request.send(bytes);
  });

  const entryOf = async (field, id, position) => {
    const query = new URLSearchParams({ field: field.dataset.files, position: String(position) });
    if (field.dataset.ordered !== undefined) query.set('ordered', '1');
    const answer = await fetch('/desk/files/' + id + '/entry?' + query, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(await problemText(answer));
    const place = document.createElement('template');
    place.innerHTML = await answer.text();
    return place.content.querySelector('li');
  };

  /** Shows the file as it is looked at, until that is done; then tells the form that it has changed. */
  const follow = async (field, list, line, id) => {
    const position = [...list.children].indexOf(line) + 1;
    let shown = line;
    for (let look = 0; look < LOOKS; look++) {
      const entry = await entryOf(field, id, position);
      shown.replaceWith(entry);
      shown = entry;
      if (entry.dataset.status !== 'expected') break;
      await pause(LOOK_AGAIN_MS);
    }
    shown.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const upload = async (field, list, file) => {
    const key = crypto.randomUUID();
    // Once, for drawing a photo twice need not give the same bytes, and the key stands for these.
    const reading = smaller(file).then((chosen) => chosen.arrayBuffer());
    const line = document.createElement('li');
    const text = document.createElement('span');
    const bar = document.createElement('progress');
    bar.max = 100;
    line.append(text, ' ', bar);
    list.append(line);
    const attempt = async () => {
      text.textContent = '正在上传 ' + file.name;
      text.className = '';
      bar.hidden = false;
      try {
        const bytes = await reading;
        const offered = await offer(field, file, bytes, key);
        if (offered.upload) await put(offered.upload, bytes, (percent) => { bar.value = percent; });
        await follow(field, list, line, offered.file.id);
      } catch (error) {
        bar.hidden = true;
        text.className = 'error';
        text.textContent = file.name + ':' + error.message;
        if (!line.isConnected) return;
        const again = document.createElement('button');
        again.type = 'button';
        again.textContent = '重试';
        again.addEventListener('click', () => { again.remove(); attempt(); });
        line.append(again);
      }
    };
    await attempt();
  };

  const watch = (field) => {
    const input = field.querySelector('input[type=file]');
    const list = field.querySelector('ol');
    const button = field.querySelector('[data-upload-button]');
    if (button) button.hidden = true;
    input.addEventListener('change', async (event) => {
      event.stopPropagation();
      const chosen = [...input.files];
      input.value = '';
      for (const file of chosen) await upload(field, list, file);
    });
  };

  // Without a secure address the browser cannot take checksums: the small form is sent instead.
  if (!crypto.subtle) return;
  for (const field of document.querySelectorAll('[data-files]')) watch(field);
})();
`.trim();
