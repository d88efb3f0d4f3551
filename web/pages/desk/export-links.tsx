interface ExportLinksProps {
  readonly what: 'assets' | 'listings';
  /** What the list on the page is searched for: the file holds the same. */
  readonly search: URLSearchParams;
}

/** Ways to take a list along as a file. */
export function ExportLinks({ what, search }: ExportLinksProps) {
  const address = (form: string) => `/desk/exports/${what}.${form}${search.size === 0 ? '' : `?${search}`}`;
  return (
    <>
      <a href={address('xlsx')}>导出 Excel</a> <a href={address('csv')}>导出 CSV</a>
    </>
  );
}
