import { describe, expect, it } from 'vitest';
import { checkAddress, checkPage, checkRedirect } from '#adapters/kit/http-guard.ts';
import { isPublicAddress } from '#adapters/kit/public-address.ts';
import { refusalOf } from './documents.ts';
import { HOST, HOSTILE_ADDRESSES } from './http-addresses.ts';

describe('checkAddress', () => {
  it('knows more than two hundred hostile addresses, each once', () => {
    expect(HOSTILE_ADDRESSES.length).toBeGreaterThan(200);
    expect(new Set(HOSTILE_ADDRESSES).size).toBe(HOSTILE_ADDRESSES.length);
  });

  it.each(HOSTILE_ADDRESSES)('refuses %j', (address) => {
    expect(refusalOf(() => checkAddress(address, [HOST]))?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
  });

  it.each([
    ['https://auction.example/lot/1.htm?a=%BD%AD&b=2', 'https://auction.example/lot/1.htm?a=%BD%AD&b=2'],
    ['http://auction.example', 'http://auction.example/'],
    ['HTTPS://Auction.Example:443/lot', 'https://auction.example/lot'],
    ['http://auction.example:80/lot', 'http://auction.example/lot'],
    ['https://auction.example/lot#bids', 'https://auction.example/lot'],
    ['https://auction.example/a/../b@c:d', 'https://auction.example/b@c:d'],
    ['https://auction.example?x=湖州', 'https://auction.example/?x=%E6%B9%96%E5%B7%9E'],
  ])('takes %s', (address, href) => {
    expect(checkAddress(address, [HOST]).href).toBe(href);
  });

  it('takes a port only where the list names it', () => {
    expect(checkAddress('http://localhost:3000/', ['localhost:3000']).port).toBe('3000');
    expect(refusalOf(() => checkAddress('http://localhost:3001/', ['localhost:3000']))).toBeDefined();
  });

  it('takes no number for a host, not even one of the list', () => {
    expect(refusalOf(() => checkAddress('http://127.0.0.1/', ['127.0.0.1']))).toBeDefined();
    expect(refusalOf(() => checkAddress('http://8.8.8.8/', ['8.8.8.8']))).toBeDefined();
  });
});

describe('checkRedirect', () => {
  const from = new URL('https://auction.example/list/2.htm');

  it.each([
    ['/lot/1', 'https://auction.example/lot/1'],
    ['3.htm', 'https://auction.example/list/3.htm'],
    ['?page=2', 'https://auction.example/list/2.htm?page=2'],
    ['//auction.example/x', 'https://auction.example/x'],
    ['https://auction.example/y', 'https://auction.example/y'],
  ])('follows %s', (location, href) => {
    expect(checkRedirect(location, from, [HOST]).url.href).toBe(href);
  });

  it.each([
    'http://auction.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/ a',
  ])('does not follow %j', (location) => {
    expect(refusalOf(() => checkRedirect(location, from, [HOST]))?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
  });

  it('follows from http to https', () => {
    expect(checkRedirect('https://auction.example/', new URL('http://auction.example/'), [HOST]).url.protocol).toBe(
      'https:',
    );
  });
});

describe('checkPage', () => {
  const NAMED = ['127.0.0.1:3000', 'office.example:443'];

  it('lets a host through that the owner of the machine named, with its port, and was asked for', () => {
    expect(checkPage('http://127.0.0.1:3000/a#b', ['127.0.0.1:3000'], NAMED)).toEqual({
      url: new URL('http://127.0.0.1:3000/a'),
      isPrivate: true,
    });
    expect(checkPage('https://office.example/', ['office.example'], NAMED).isPrivate).toBe(true);
    expect(checkPage(`https://${HOST}/`, [HOST], NAMED).isPrivate).toBe(false);
  });

  it.each([
    ['another port', 'http://127.0.0.1:3001/', ['127.0.0.1:3001']],
    ['a host that is not asked', 'http://127.0.0.1:3000/', [HOST]],
    ['a user', 'http://user@127.0.0.1:3000/', ['127.0.0.1:3000']],
    ['another scheme', 'ftp://127.0.0.1:3000/', ['127.0.0.1:3000']],
    ['a backslash', 'http://127.0.0.1:3000\\a', ['127.0.0.1:3000']],
  ])('refuses %s', (_, address, hosts) => {
    expect(refusalOf(() => checkPage(address, hosts, NAMED))?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
  });

  it.each(HOSTILE_ADDRESSES)('refuses %j, whatever hosts are private', (address) => {
    expect(refusalOf(() => checkPage(address, [HOST], NAMED))?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
  });
});

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '101.227.98.1',
    '223.5.5.5',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2408:4000::1',
  ])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.255.255.255',
    '100.64.0.0',
    '100.100.100.200',
    '100.127.255.255',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.0',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.255.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::8.8.8.8',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '64:ff9b::808:808',
    '2001:0:4136:e378::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '127.1',
    '0x7f.0.0.1',
    'localhost',
    '',
  ])('refuses %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
