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
  --annotator NAME  the tags of this annotator only or of all (default: what was
                    settled where there is such, else everybody’s, each in a folder)
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
    import: `Takes tags from files of other tools into the files of tags beside the documents.

Usage: jiaozhu import [OPTIONS] FILE|FOLDER…

A document is known again by its name; one that is not there is made of the text that is imported.
Where the text is another than the document’s, tags are put where their words stand for certain;
those that are not found wait among the lost words. A tag is known again by its id, else by its
label and place. What the files do not say is never taken away.

With --labels it takes the labels that the files say (annotation.conf, *labels.json, *.qdc, *.qdpx,
*.label-studio.xml) into .jiaozhu/labels.json of the folder, or of the nearest above that has one.
Labels that are there stay as they are; others are added. Files that hold labels only need no --labels.

Options:
  --from FORMAT       the format, see below (default: told by the names)
  --into FOLDER       the folder of the documents (default: the current one)
  --annotator NAME    whose tags these become (default: as the files say)
  --on-conflict WHICH what counts where both say different things: mine (default), theirs or newer
  --remove-missing    remove the tags that the files could have and do not have
  --labels            take labels, and no tags
  --force             put these labels in the place of those that are there
  --check             write nothing, only tell what would change
  --dry-run           the same
  --encoding NAME     what the documents are in: utf-8, gb18030, big5, utf-16le or utf-16be
  --locale LOCALE     language of messages: en or zh-cn

Formats:
${formatList}

Exit code 1: both say different things of a tag, words were not found, lines were skipped, or
something would change (--check); 2: something could not be read or written.
`,
    convert: `Brings files of one tool’s format to another’s, with no document of ours between.

Usage: jiaozhu convert --to FORMAT [OPTIONS] FILE|FOLDER…

Options:
  --from FORMAT    the format of the files, see below (default: told by the names)
  --to FORMAT      the format that is written
  --output PATH    the folder to write to, or the file where the format has one for all documents
                   (default: standard output); nothing is written until all is ready
  --check          write nothing, only tell what would be lost
  --dry-run        the same
  --force          write over files that are there
  --no-bom         begin CSV without a byte order mark
  --locale LOCALE  language of messages: en or zh-cn

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
  --annotator 名字  只导出此人的标注，all 为所有人的（默认：有裁定结果的只导出裁定结果，
                    否则为所有人的，每人一个文件夹）
  --review 状态     accepted（默认，已采纳）、suggested（建议）、rejected（已拒绝）或 all（全部）；
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
    import: `从其他工具的文件导入标注，写入文书旁的标注文件。

用法：jiaozhu import [选项] 文件|文件夹…

文书按名称对应；没有的文书，以导入的文本新建。文本与文书不同时，标注只放在其文字确定所在之处；
未找到的列入失去原文的标注。标注按标识对应，没有标识的按标签和位置对应。文件中没有写的内容不会
被删除。

加 --labels 则导入文件中写明的标签（annotation.conf、*labels.json、*.qdc、*.qdpx、
*.label-studio.xml），写入该文件夹或其上最近处的 .jiaozhu/labels.json。已有的标签不变，没有的加入。
只含标签的文件不必加 --labels。

选项：
  --from 格式         格式，见下（默认依文件名判断）
  --into 文件夹       文书所在的文件夹（默认为当前文件夹）
  --annotator 名字    归于此人名下（默认依文件所写）
  --on-conflict 取舍  两边说法不同时：mine（默认，保留此处的）、theirs（采用导入的）或 newer（较晚的）
  --remove-missing    删除文件中本可有而没有的标注
  --labels            导入标签，不导入标注
  --force             以这些标签替换已有的标签
  --check             不写入，只列出会有的改动
  --dry-run           同上
  --encoding 名称     文书的编码：utf-8、gb18030、big5、utf-16le 或 utf-16be
  --locale 语言       消息的语言：en 或 zh-cn

格式：
${formatList}

退出码 1：两边说法不同，有文字未找到，有内容未读取，或会有改动（--check）；2：有文件无法读取或写入。
`,
    convert: `将一种工具格式的文件转换为另一种。

用法：jiaozhu convert --to 格式 [选项] 文件|文件夹…

选项：
  --from 格式      原文件的格式，见下（默认依文件名判断）
  --to 格式        写成的格式
  --output 路径    写入的文件夹；如该格式以一个文件保存全部文书，则为此文件（默认为标准输出）；
                   全部就绪之后才写入
  --check          不写入，只列出不能保存的内容
  --dry-run        同上
  --force          覆盖已有的文件
  --no-bom         CSV 不以字节顺序标记开头
  --locale 语言    消息的语言：en 或 zh-cn

格式：
${formatList}

退出码 1：有不能保存的内容（--check）；2：有文件无法读取或写入。
`,
  },
} as const;
