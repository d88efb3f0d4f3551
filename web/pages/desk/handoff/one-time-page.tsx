import type { Instant } from '#shared/domain/time.ts';
import { timeText } from '../../../format.ts';
import type { FieldsSheet } from '../../../handoff/sheet.ts';
import { SheetTable } from '../../../handoff/sheet-table.tsx';
import { ErrorSummary } from '../form.tsx';
import type { FieldErrors, FormValues } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { AddressForm } from './address-form.tsx';

interface OneTimePageProps {
  readonly assets: string;
  readonly token: string;
  readonly sheet: FieldsSheet;
  readonly hosts: readonly string[];
  readonly expiresAt: Instant;
  /** The address that was pasted back; `null` while it is waited for. */
  readonly usedFor: string | null;
  readonly formKey: string;
  readonly refused?: { readonly title: string; readonly errors: FieldErrors; readonly typed: FormValues } | undefined;
}

/** What a platform's operator sees without an account: the package, the fields, and where to paste the address. */
export function OneTimePage({ token, sheet, hosts, expiresAt, usedFor, formKey, refused, assets }: OneTimePageProps) {
  if (usedFor !== null) {
    return (
      <DeskPage title="上架网址已登记" caller={undefined} assets={assets}>
        <h1>上架网址已登记</h1>
        <p>
          这个链接已经用过,登记的网址是:<span class="source">{usedFor}</span>
        </p>
        <p>如有错误,请联系交易中心。</p>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={sheet.title} caller={undefined} assets={assets}>
      <h1>{sheet.title}</h1>
      <p>请按字段表在{sheet.platformName}上架,再把上架后的网址登记在本页。</p>
      <p class="soft">本链接有效期至 {timeText(expiresAt)},网址只能登记一次。</p>
      <p>
        <a href={`/handoff/${token}/package`}>下载移交包(zip):公告、图片、材料</a>
      </p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <AddressForm
        action={`/handoff/${token}/address`}
        formKey={formKey}
        hosts={hosts}
        error={refused?.errors['url']}
        typed={refused?.typed}
      />
      <h2>字段表</h2>
      <SheetTable sheet={sheet} />
    </DeskPage>
  );
}
