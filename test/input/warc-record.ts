interface RecordOptions {
  readonly type?: string;
  readonly headers?: string;
  readonly status?: string;
  readonly mime?: string;
}

/** A WARC record as a crawler writes it. */
export function warcRecord(id: number, url: string, body: string | Buffer, options: RecordOptions = {}): Buffer {
  const { type = 'response', headers = '', status = '200 OK', mime = 'text/html; charset=utf-8' } = options;
  const message = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: ${mime}\r\n${headers}\r\n`),
    Buffer.from(body as string),
  ]);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2012-03-12T08:15:00Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(id).padStart(12, '0')}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${message.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), message, Buffer.from('\r\n\r\n')]);
}
