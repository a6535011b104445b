import { formatNames } from '../../annotations/formats/format-names.ts';
import { availableFormats } from '../../annotations/formats/formats.ts';

/** The formats, one a line, by the names that options take. */
const formatList = availableFormats.map((id) => `  ${id.padEnd(14)} ${formatNames[id]}`).join('\n');

/** How the commands are used that exchange tags with other tools. */
export const exchangeHelp = {
  en: {
    export: `Writes documents with their tags (FILE.annotations.json) in the format of another tool.

Usage: jiaozhu export --to FORMAT [OPTIONS] FILE|FOLDER|PATTERN…

What the format cannot hold is told on standard error. A FOLDER stands for the statements in it;
see the page about the command.

Options:
  --to FORMAT       the format, see below
  --output PATH     the folder to write to, or the file where the format has one for all documents
                    (default: standard output); nothing is written until all is ready
  --text FORM       raw (default): the text as it is in its file; clean: as Jiaozhu reads it
  --annotator NAME  the tags of this annotator only (default: everybody’s, each in a folder)
  --review REVIEW   accepted (default), suggested, rejected or all; may be repeated
  --check           write nothing, only tell what would be lost
  --dry-run         the same
  --force           write over files that are there
  --no-bom          begin CSV without a byte order mark
  --encoding NAME   what the documents are in: utf-8, gb18030, big5, utf-16le or utf-16be
  --locale LOCALE   language of messages: en or zh-cn

Formats:
${formatList}

Exit code 1: something would be lost (--check); 2: something could not be read or written.
`,
  },
  zh: {
    export: `将文书及其标注（“文件.annotations.json”）写成其他工具的格式。

用法：jiaozhu export --to 格式 [选项] 文件|文件夹|模式…

该格式不能保存的内容在标准错误中说明。文件夹指其中的文书，详见命令说明。

选项：
  --to 格式         格式，见下
  --output 路径     写入的文件夹；如该格式以一个文件保存全部文书，则为此文件（默认为标准输出）；
                    全部就绪之后才写入
  --text 形式       raw（默认）：文件中的原文；clean：清理后的文本
  --annotator 名字  只导出此人的标注（默认为所有人的，每人一个文件夹）
  --review 状态     accepted（默认，已采纳）、suggested（待定）、rejected（已拒绝）或 all（全部）；
                    可重复使用
  --check           不写入，只列出不能保存的内容
  --dry-run         同上
  --force           覆盖已有的文件
  --no-bom          CSV 不以字节顺序标记开头
  --encoding 名称   文书的编码：utf-8、gb18030、big5、utf-16le 或 utf-16be
  --locale 语言     消息的语言：en 或 zh-cn

格式：
${formatList}

退出码 1：有不能保存的内容（--check）；2：有文件无法读取或写入。
`,
  },
} as const;
