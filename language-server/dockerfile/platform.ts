/** A platform such as `linux/arm/v7`, in containerd's normal form. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

const systems = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
);
const architectures = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

/** The platforms that images are most often built for. */
export const commonPlatforms: readonly string[] = [
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/arm/v6',
  'linux/386',
  'linux/ppc64le',
  'linux/s390x',
  'linux/riscv64',
  'windows/amd64',
];

/** Reads a platform as containerd does; `problem` says why it can't be one. */
export function parsePlatform(text: string): Platform | { readonly problem: string } {
  const parts = text.split('/');
  if (parts.length > 3) return { problem: 'it has at most three parts: os/architecture/variant' };
  if (!parts.every((part, index) => (index === 0 ? wholeSystem : wholePart).test(part))) {
    return { problem: 'its parts are letters, digits, “-”, “_” and “.”' };
  }
  const [first = '', second, third = ''] = parts;
  const os = normalSystem(first.replace(/\(.*\)$/, ''));
  if (second !== undefined) return { os, ...normalArchitecture(second, third) };
  if (systems.has(os)) return { os, architecture: 'amd64' };
  const alone = normalArchitecture(first, '');
  if (architectures.has(alone.architecture)) return { os: 'linux', ...alone };
  return {
    problem:
      'it is neither an operating system nor an architecture; write os/architecture, such as linux/amd64',
  };
}

const wholePart = /^[\w.-]+$/;
/** May have a version: `windows(10.0.17763)`. */
const wholeSystem = /^[\w.-]+(?:\([\w.-]*\))?$/;

function normalSystem(os: string): string {
  const lower = os.toLowerCase();
  return lower === 'macos' ? 'darwin' : lower;
}

function normalArchitecture(
  architecture: string,
  variant: string,
): { readonly architecture: string; readonly variant?: string } {
  const arch = architecture.toLowerCase();
  const own = variant.toLowerCase();
  const withVariant = (name: string, value: string): ReturnType<typeof normalArchitecture> =>
    value === '' ? { architecture: name } : { architecture: name, variant: value };
  switch (arch) {
    case 'i386':
      return { architecture: '386' };
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return withVariant('amd64', own === 'v1' ? '' : own);
    case 'aarch64':
    case 'arm64':
      return withVariant('arm64', own === '8' || own === 'v8' ? '' : own);
    case 'armhf':
      return { architecture: 'arm', variant: 'v7' };
    case 'armel':
      return { architecture: 'arm', variant: 'v6' };
    case 'arm':
      return withVariant('arm', own === '' ? 'v7' : own.replace(/^(\d)$/, 'v$1'));
    default:
      return withVariant(arch, own);
  }
}
