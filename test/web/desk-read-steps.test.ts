import { describe, expect, it } from 'vitest';
import { TERMS_FIELDS } from '#shared/domain/listing/fields.ts';
import { NO_TERMS } from '#shared/domain/listing/terms.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { type FormValues, formReader } from '#web/pages/desk/form-text.ts';
import { readStep } from '#web/pages/desk/listings/read-steps.ts';
import { fieldNameOf, stepOfPointer, TERM_STEPS } from '#web/pages/desk/listings/steps.ts';

describe('reading the steps of a listing', () => {
  it.each(TERM_STEPS)('leaves everything as it was where the form of %s has nothing', (step) => {
    const terms = aLease('pond00000000001a');

    expect(readStep(step, formReader({}), terms)).toEqual(terms);
  });

  it('takes an empty field for not known', () => {
    const terms = aLease('pond00000000001a');

    const read = readStep('terms', formReader({ reserveYuan: '' }), terms);

    expect(read).toEqual({ ...terms, reserveFen: null });
  });

  it('takes whole assets and parts, a whole before its own parts', () => {
    const form = formReader({ items: ['', 'a/east', 'a/west', 'b', 'b/east'] });

    expect(readStep('assets', form, NO_TERMS).items).toEqual([
      { assetId: 'b', parts: null },
      { assetId: 'a', parts: ['east', 'west'] },
    ]);
  });

  it('takes rows of works, and leaves out rows without words', () => {
    const form = formReader({
      'compulsoryWorks.0.text': '',
      'compulsoryWorks.1.text': '消防改造',
      'compulsoryWorks.1.yuan': '3万',
    });

    expect(readStep('assets', form, NO_TERMS).compulsoryWorks).toEqual([{ text: '消防改造', fen: 30_000_00 }]);
  });

  it('asks for both numbers of the extension or none', () => {
    const form = formReader({ 'extension.withinSeconds': '300', 'extension.bySeconds': '' });

    readStep('terms', form, NO_TERMS);

    expect(Object.keys(form.errors)).toEqual(['extension.bySeconds']);
  });

  it('keeps a paper’s note, and reads holders of priority row by row', () => {
    const terms = { ...NO_TERMS, papers: [{ kind: 'resolution', file: 'f1', note: '第二次会议' }] as const };
    const values: FormValues = { 'papers.resolution': ['', 'f1'], 'papers.proposal': 'f2' };

    const { papers } = readStep('decision', formReader(values), terms);

    expect(papers).toEqual([
      { kind: 'proposal', file: 'f2', note: null },
      { kind: 'resolution', file: 'f1', note: '第二次会议' },
    ]);
  });

  it('has a step for every field of the terms', () => {
    const homeless = TERMS_FIELDS.filter(({ pointer }) => stepOfPointer(pointer) === undefined);

    expect(homeless).toEqual([]);
    expect(fieldNameOf('/deposit/fen')).toBe('deposit.yuan');
    expect(fieldNameOf('/startPriceFen')).toBe('startPriceYuan');
  });
});
