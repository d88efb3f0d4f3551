/**
 * Names and forms that nobody here has seen: the calls are known by name, their pages were not found. They stand in this
 * one place, so that whoever gets to see a page has one place to mend. What was seen is in README.md.
 */
export const ASSUMED = {
  /** `gov.publish.upload.pic`: the name of the part that carries the bytes, and where the address comes back. */
  picture: { method: 'taobao.auction.gov.publish.upload.pic', file: 'pic', answer: 'value' },
  /** `gov.publish.upload.attachfile`: likewise; what comes back is a key (附件key). */
  attachment: { method: 'taobao.auction.gov.publish.upload.attachfile', file: 'file', answer: 'value' },
  /** Between several addresses in `pic_url_list` and `attach_urls`, whose samples show one only. */
  separator: ',',
} as const;
