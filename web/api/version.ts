/** Version of the API, part of every ETag: raised whenever the same data are written otherwise. */
export const API_VERSION = '1.0.0';
