/**
 * The desk's only script, as text, for it runs in the browser: saves a form while it is filled in, renews the checks beside
 * its fields, and copies what has a copy button. Every page works without it.
 */
export const deskIsland = `
'use strict';
(() => {
  const QUIET_MS = 1500;
  const FORM_TYPE = 'application/x-www-form-urlencoded';
  const VERDICTS = { breach: '违反', warning: '提示', undetermined: '缺少信息' };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const newKey = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

  const clockText = () => new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

  const showVerdict = (verdict) => {
    const line = element('p', 'verdict ' + verdict.kind);
    line.append(element('strong', '', VERDICTS[verdict.kind]), ' ' + verdict.sentence);
    if (verdict.missing.length > 0) line.append('还缺:' + verdict.missing.join('、') + '。');
    line.append(element('span', 'soft source', verdict.citation));
    return line;
  };

  const renewChecks = async (form) => {
    if (!form.dataset.renew) return;
    const answer = await fetch(form.dataset.renew, { headers: { accept: 'application/json' }, credentials: 'same-origin' });
    if (!answer.ok) return;
    const { fields } = await answer.json();
    const places = [...form.querySelectorAll('[data-checks]')];
    const named = new Set(places.map((place) => place.dataset.checks));
    const loose = Object.entries(fields).filter(([name]) => !named.has(name)).flatMap(([, verdicts]) => verdicts);
    for (const place of places) {
      const verdicts = place.dataset.checks === '' ? loose : fields[place.dataset.checks] || [];
      place.replaceChildren(...verdicts.map(showVerdict));
    }
  };

  const clearFaults = (form) => {
    for (const line of form.querySelectorAll('.error.live')) line.remove();
  };

  const showFaults = (form, errors) => {
    for (const { pointer, detail } of errors) {
      const name = (pointer || '').replace(/^\\//, '').replaceAll('/', '.');
      const control = form.elements.namedItem(name);
      const place = control && control.closest ? control.closest('.field') : null;
      if (place) place.append(element('p', 'error live', detail));
    }
  };

  const watch = (form) => {
    const status = element('p', 'saved soft');
    status.setAttribute('role', 'status');
    (form.querySelector('.buttons') || form).append(status);
    let timer;
    let running = false;
    let waiting = false;
    let stopped = false;
    // What was sent last without an answer: sent again it carries its key again, and is carried out once.
    let unanswered = { body: '', key: '' };
    let leaving = null;

    const say = (text, isFault) => {
      status.textContent = text;
      status.classList.toggle('error', Boolean(isFault));
    };

    const settle = async (answer) => {
      if (answer.ok) {
        const { version } = await answer.json();
        const field = form.elements.namedItem('_version');
        if (field) field.value = String(version);
        clearFaults(form);
        say('已保存 ' + clockText());
        await renewChecks(form);
        return;
      }
      const problem = await answer.json().catch(() => ({}));
      clearFaults(form);
      if (answer.status === 412) {
        stopped = true;
        say('内容已被别人修改,没有保存。您填写的内容还在本页;请另开窗口查看最新内容,核对后再刷新本页。', true);
      } else if (answer.status === 401) {
        say('登录已过期,没有保存。请在另一个窗口重新登录,再回到本页继续填写。', true);
      } else {
        showFaults(form, problem.errors || []);
        say('没有保存:' + (problem.title || '系统暂时没有应答'), true);
      }
    };

    const save = async () => {
      if (stopped) return;
      if (running) {
        waiting = true;
        return;
      }
      running = true;
      waiting = false;
      const fields = new URLSearchParams(new FormData(form));
      fields.delete('_key');
      const body = fields.toString();
      const key = body === unanswered.body ? unanswered.key : newKey();
      unanswered = { body, key };
      try {
        const answer = await fetch(form.action, {
          method: 'POST',
          body,
          credentials: 'same-origin',
          headers: { accept: 'application/json', 'content-type': FORM_TYPE, 'idempotency-key': key },
        });
        unanswered = { body: '', key: '' };
        await settle(answer);
      } catch {
        say('网络不通,没有保存;恢复后会自动再试。', true);
        timer = setTimeout(save, QUIET_MS * 4);
      } finally {
        running = false;
        if (leaving) {
          stopped = true;
          form.requestSubmit(leaving.button);
        } else if (waiting) await save();
      }
    };

    const soon = () => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(save, QUIET_MS);
    };
    form.addEventListener('input', soon);
    form.addEventListener('change', soon);
    form.addEventListener('submit', (event) => {
      clearTimeout(timer);
      // A save on its way changes the version this form names: the form waits for it.
      if (running) {
        event.preventDefault();
        leaving = { button: event.submitter };
      } else stopped = true;
    });
  };

  for (const form of document.querySelectorAll('form[data-autosave]')) watch(form);

  for (const button of document.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const label = button.textContent;
      button.textContent = '已复制';
      setTimeout(() => { button.textContent = label; }, 1500);
    });
  }

  // Beside each such button stands the link that does the same without scripts.
  const fill = (button) => {
    const control = document.getElementById(button.dataset.fill);
    if (!control) return;
    control.value = button.dataset.value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.focus();
  };
  for (const button of document.querySelectorAll('button[data-fill]')) {
    button.hidden = false;
    button.nextElementSibling.hidden = true;
    button.addEventListener('click', () => fill(button));
  }

  const faults = document.getElementById('faults');
  if (faults) faults.focus();
})();
`.trim();
