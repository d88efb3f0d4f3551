import type { Shown } from '#shared/domain/placement/placement.ts';
import { Time } from '../../time.tsx';

/** What the platform shows otherwise than was approved, side by side. */
export function ShownDifferences({ shown }: { readonly shown: Shown | null }) {
  if (shown === null) return null;
  const { at, differences } = shown;
  return (
    <section class="panel">
      <h2>平台上的内容</h2>
      {differences.length === 0 ? (
        <p>
          与批准的内容一致(
          <Time at={at} /> 核对)。
        </p>
      ) : (
        <>
          <p class="notice wrong">
            平台上有 {differences.length} 项与批准的内容不一致(
            <Time at={at} /> 核对)。请与平台核实是谁改的、为什么改。
          </p>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">批准的</th>
                <th scope="col">平台上的</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ what, approved, shown: onPlatform }) => (
                <tr>
                  <th scope="row">{what}</th>
                  <td data-label="批准的">{approved}</td>
                  <td data-label="平台上的">{onPlatform}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
