/** What a picture that was saved has to be. */
import assert from 'node:assert/strict';

/** Well-formed, drawn, without anything that runs or is loaded from elsewhere. */
export async function checkSvg(page, bytes) {
  const text = bytes.toString('utf8');
  const found = await page.evaluate(svg => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const all = [...parsed.querySelectorAll('*')];
    return {
      root: parsed.documentElement.localName,
      broken: parsed.querySelector('parsererror')?.textContent,
      names: [...new Set(all.map(element => element.localName))].sort(),
      attributes: [...new Set(all.flatMap(element => element.getAttributeNames()))].sort(),
      titles: [...parsed.querySelectorAll('title')].map(title => title.textContent),
    };
  }, text);
  assert.equal(found.broken, undefined);
  assert.equal(found.root, 'svg');
  assert.deepEqual(found.names, ['g', 'path', 'rect', 'svg', 'text', 'title']);
  const isForeign = attribute => /^on|href|style|src/i.test(attribute);
  assert.deepEqual(found.attributes.filter(isForeign), []);
  assert.ok(!/url\(/.test(text), 'something is loaded');
  assert.ok(found.titles.includes('XGBoostTraining'), found.titles.join());
}

/** A picture that a browser can show, and that has more than one colour. */
export async function checkPng(page, bytes) {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const colours = await page.evaluate(async base64 => {
    const blob = new Blob([Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))], { type: 'image/png' });
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, bytes.toString('base64'));
  assert.ok(colours > 3, `${colours} colours`);
}
