import { FormatProblemError } from '../format-problem.ts';
import { decodedText } from '../input-file.ts';
import { createXmlReader, type XmlEvent } from '../xml/xml.ts';
import { mostUnpacked, ZipArchive, type ZipEntry } from './zip-archive.ts';

/** The files of a project. Names are looked up among those of the archive and nowhere else. */
export class QdpxArchive {
  readonly #archive: ZipArchive;
  readonly #project: ZipEntry;
  readonly #byName: ReadonlyMap<string, ZipEntry>;

  /** @throws FormatProblemError where this is no project */
  constructor(bytes: Uint8Array) {
    this.#archive = new ZipArchive(bytes);
    const { entries } = this.#archive;
    // ATLAS.ti 26 calls it as the project is called; section 8.1 has `project.qde`.
    const projects = entries.filter(({ name }) => /^[^/\\]*\.qde$/i.test(name));
    const project = projects.find(({ name }) => /^project\.qde$/i.test(name)) ?? projects[0];
    if (!project) {
      throw new FormatProblemError({ code: 'not-of-format', values: ['REFI-QDA', 'project.qde'], line: 0 });
    }
    this.#project = project;
    this.#byName = new Map(entries.map((entry) => [plainName(entry.name), entry]));
  }

  /** What `project.qde` says; it may be gone through several times. */
  *events(): Iterable<XmlEvent> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const reader = createXmlReader(mostUnpacked);
    const decode = (piece?: Uint8Array) => {
      try {
        return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      } catch {
        throw new FormatProblemError({ code: 'not-utf-8', values: [], line: 0 });
      }
    };
    for (const piece of this.#archive.unpack(this.#project)) yield* reader.read(decode(piece));
    yield* reader.read(decode());
    yield* reader.end();
  }

  /**
   * The text at a path such as `internal://….txt`; undefined where the archive has none. The folder is called
   * `sources`, `Sources`, or nothing, as the tool likes.
   * @throws FormatProblemError where it cannot be read
   */
  text(path: string): string | undefined {
    const found = /^internal:\/{1,2}(.+)$/i.exec(path)?.[1];
    if (found === undefined) return undefined;
    const name = plainName(found);
    const entry = this.#byName.get(`sources/${name}`) ?? this.#byName.get(name);
    if (!entry) return undefined;
    const pieces = [...this.#archive.unpack(entry)];
    const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return decodedText(whole);
  }
}

function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
