/** How the command is used that compares annotators. */
export const agreementHelp = {
  en: {
    agreement: `Tells how far annotators agree, by label, by section and by document.

Usage: jiaozhu agreement [OPTIONS] FILE|FOLDER|PATTERN…

The tags of each annotator are in FILE.NAME.annotations.json, or in FILE.annotations.json without
a name. Only what two or more have marked as finished counts: documents, or sections. A FOLDER
stands for the statements in it. What the measures mean is told on the page about agreement.

Options:
  --annotators A,B  whom to compare (default: all who have tags of their own); an empty name is
                    the file without one
  --measure NAMES   which to show: observed, kappa, fleiss, alpha, ac1, alpha-u, precision, recall,
                    f1, overlap-precision, overlap-recall, overlap-f1; JSON and CSV have all;
                    and gamma, which is computed only where it is named, and takes longer
  --tagged-only     take measures by the character over those that somebody tagged
  --unfinished      count what is not marked as finished as well
  --review REVIEW   tags that are accepted (default), suggested, rejected, or all; may be repeated
  --format FORMAT   text (default), json or csv
  --json            the same as --format json
  --bom             begin the CSV with a byte order mark, so that Excel reads the Chinese
  --encoding NAME   what the files are in: utf-8, gb18030, big5, utf-16le or utf-16be
  --locale LOCALE   language of messages: en or zh-cn

Exit code 2: something could not be read, or there was nothing to compare.
`,
  },
  zh: {
    agreement: `按标签、节和文书说明标注者之间的一致程度。

用法：jiaozhu agreement [选项] 文件|文件夹|模式…

各标注者的标注在“文件.名字.annotations.json”中，不带名字的在“文件.annotations.json”中。
只计两人以上标记为完成的部分：整个文书，或其中的节。文件夹指其中的文书。各指标的含义见说明页。

选项：
  --annotators 甲,乙  比较哪些人（默认为所有标注者）；空名字指不带名字的标注文件
  --measure 名称    显示哪些指标：observed、kappa、fleiss、alpha、ac1、alpha-u、precision、recall、
                    f1、overlap-precision、overlap-recall、overlap-f1（JSON 和 CSV 含全部）；以及 gamma，
                    写明时才计算，耗时较长
  --tagged-only     按字计算的指标只计有人标注的字
  --unfinished      未标记为完成的部分也计入
  --review 状态     计入 accepted（默认，已采纳）、suggested（建议）、rejected（已拒绝）或 all（全部）
                    的标注；可重复使用
  --format 格式     text（默认）、json 或 csv
  --json            同 --format json
  --bom             CSV 以字节顺序标记开头，使 Excel 正确显示中文
  --encoding 名称   文件的编码：utf-8、gb18030、big5、utf-16le 或 utf-16be
  --locale 语言     消息的语言：en 或 zh-cn

退出码 2：有文件无法读取，或没有可比较的内容。
`,
  },
} as const;
