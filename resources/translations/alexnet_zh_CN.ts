<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BatchPanel</name>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was not saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled after {done} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classified pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of classifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifyPage</name>
    <message>
        <source>Open pictures</source>
        <translation type="unfinished">打开图片</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation type="unfinished">打开图片文件夹</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture anywhere in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or a folder of them. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>Open the folder of a run</source>
        <translation>打开训练记录的文件夹</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>train {value} (smoothed {smoothed})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run and follow it (double click, or 0)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Reading {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of pictures a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a picture to see it large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picked picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochTableModel</name>
    <message>
        <source>Epoch</source>
        <translation type="unfinished">轮</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluated in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReport</name>
    <message>
        <source>Something went wrong ({error}). The details are in {file}.</source>
        <translation>出了点问题（{error}）。详情见 {file}。</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Help for {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldingGroup</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Glossary and about</source>
        <translation>词汇表与关于</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词汇</translation>
    </message>
    <message>
        <source>Watch a convolutional network learn: train AlexNet, look inside it, classify with it.</source>
        <translation>看着卷积网络学习：训练 AlexNet，观察它的内部，用它分类图片。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing leaves your computer.&lt;/b&gt; Pictures, runs and networks stay on it; nothing is sent, and nothing is downloaded.</source>
        <translation>&lt;b&gt;任何数据都不会离开您的电脑。&lt;/b&gt;图片、训练记录和网络都留在本机；不发送，也不下载任何内容。</translation>
    </message>
    <message>
        <source>AlexNet Studio is free software under the MIT licence. Fashion-MNIST is by Zalando Research, under the MIT licence too.</source>
        <translation>AlexNet Studio 是采用 MIT 许可证的自由软件。Fashion-MNIST 由 Zalando Research 制作，同样采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>One training from its recipe to its end, kept in a folder of its own.</source>
        <translation>一次训练，从配方到结束，保存在自己的文件夹里。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>All that decides how a run goes: data set, network, learning rate, …</source>
        <translation>决定训练如何进行的一切：数据集、网络、学习率等。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>One change of the weights, made from one batch of pictures.</source>
        <translation>用一个批次的图片对权重做一次更新。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The pictures that the network sees in one step.</source>
        <translation>网络在一步中看到的图片。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>As many steps as it takes to see every training picture once.</source>
        <translation>把每张训练图片都看一遍所需的步数。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How wrong the network is: the mean cross-entropy. 0 is perfect; guessing among ten classes gives 2.3.</source>
        <translation>网络错得有多远：平均交叉熵。0 为完美；在十个类别中乱猜约为 2.3。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>The share of pictures whose class the network names rightly.</source>
        <translation>网络正确说出类别的图片所占的比例。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The size of each change of the weights.</source>
        <translation>每次更新权重的幅度。</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>What one filter of a layer answers at every place of the picture.</source>
        <translation>某一层的一个滤波器在图片各处的响应。</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>The part of the picture that one value of a feature map sees.</source>
        <translation>特征图中一个值所能看到的图片区域。</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>The network&apos;s ten answers before they are made probabilities.</source>
        <translation>网络给出的十个数值，尚未化为概率。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>The state of a run on the disk, from which it can go on exactly.</source>
        <translation>保存在磁盘上的训练状态，可由此精确地继续。</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation type="unfinished">感受野</translation>
    </message>
    <message>
        <source>The network layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>The run is stopping and saving; the window then closes.</source>
        <translation>训练正在停止并保存，随后窗口将关闭。</translation>
    </message>
    <message>
        <source>A run goes on</source>
        <translation>训练正在进行</translation>
    </message>
    <message>
        <source>The network is still training.</source>
        <translation>网络仍在训练。</translation>
    </message>
    <message>
        <source>Stopped and saved, the run can be resumed later from the Runs page.</source>
        <translation>停止并保存后，可以在“训练记录”页面继续。</translation>
    </message>
    <message>
        <source>Stop, save and close</source>
        <translation>停止、保存并关闭</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>MachineSection</name>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>Pr&amp;ocessor threads</source>
        <translation>处理器线程数(&amp;O)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>A run takes these at its start, where its recipe leaves them open.</source>
        <translation>配方未指定时，训练在开始时采用这些设置。</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>The fastest there is: {device}</source>
        <translation>最快的设备：{device}</translation>
    </message>
    <message>
        <source>Not on this machine now</source>
        <translation>本机现在没有此设备</translation>
    </message>
    <message>
        <source>{memory} memory, {precisions}</source>
        <translation>{memory} 内存，{precisions}</translation>
    </message>
</context>
<context>
    <name>MapsPanel</name>
    <message>
        <source>After {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>std {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no numbers {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {number}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {channel}, row {row}, column {column}:   {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit}:   {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← All maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all maps of this layer (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours stand for: each map&apos;s own largest value, or the layer&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values as the next layer gets them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this picture (Ctrl+Shift+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation type="unfinished">特征图</translation>
    </message>
    <message>
        <source>Output values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the unit sees of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>训练(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;pictures…</source>
        <translation>打开图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;folder of pictures…</source>
        <translation>打开图片文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>P&amp;aste picture</source>
        <translation>粘贴图片(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;run…</source>
        <translation>打开训练记录(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Re&amp;cipe</source>
        <translation>配方(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Glossary and about</source>
        <translation>词汇表与关于(&amp;G)</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished">关闭消息</translation>
    </message>
</context>
<context>
    <name>NetworkLayers</name>
    <message>
        <source>Input, before it is enlarged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>{complaint} Until then an untrained AlexNet stands in: train one, or pick a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network} is drawn to compare with; pick a run of it to see its maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network as volumes: arrows walk the layers, Enter opens one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown below the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sides to scale; {channels} channels as deep as one pixel; dense layers by the root of their values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPicker</name>
    <message>
        <source>Demo network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} – best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} – last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>{name} is not the folder of a run: it has no metrics.jsonl and no recipe.toml.</source>
        <translation>{name} 不是训练记录的文件夹：其中没有 metrics.jsonl，也没有 recipe.toml。</translation>
    </message>
    <message>
        <source>A run goes on. Stop it first, or compare {name} with it on the Runs page.</source>
        <translation>训练正在进行。请先停止，或在“训练记录”页面与 {name} 比较。</translation>
    </message>
    <message>
        <source>There is no picture to paste.</source>
        <translation>没有可粘贴的图片。</translation>
    </message>
    <message>
        <source>Nothing is downloaded here: save the picture first, then drop the file.</source>
        <translation>本程序不下载任何内容：请先保存图片，再把文件拖进来。</translation>
    </message>
    <message>
        <source>Show the run {name}</source>
        <translation>显示训练记录 {name}</translation>
    </message>
    <message>
        <source>Classify {name}</source>
        <translation>分类 {name}</translation>
    </message>
    <message>
        <source>Classify this picture</source>
        <translation>分类这张图片</translation>
    </message>
</context>
<context>
    <name>PinPicker</name>
    <message>
        <source>Test picture number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that goes through the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the test picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the {count} test pictures of Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>There is no folder {name}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished">数据</translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished">网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished">学习率</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fashion-mnist, or a folder with one sub-folder of pictures a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many training and so many test pictures, balanced over the classes. Fewer is quicker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random changes of each training picture: mirrored (flip), moved a little (crop). Eases over-fitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet, or the older, smaller LeNet to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default is ReLU for AlexNet and sigmoid for LeNet. A deep network of sigmoids hardly learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the hidden units silenced at random in each step. More of it over-fits less and learns slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first weights are drawn. Kaiming suits ReLU, Xavier suits sigmoid and tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the network sees every training picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in one step. Larger needs more memory; if memory runs out, lower this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the gradient becomes a change of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of each change. If the loss becomes NaN or stays at the start, lower this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate moves over the run: it stays, falls to zero, or rises first and then falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last change SGD keeps. Adam has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every weight towards zero in each step. A little of it eases over-fitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, cpu, cuda:0, mps or xpu; auto takes the fastest there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16 is about twice as fast where the machine has it; auto tests once whether it is so here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed on the same machine gives the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kaiming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished">自动</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet as in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet in one epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet as in the book</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes that ship with the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>The recipe of the run that goes on.</source>
        <translation>正在进行的训练的配方。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Show or hide the recipe</source>
        <translation>显示或隐藏配方</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>{size}, taken as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best guesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare like the data set:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished">自动</translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare like the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train the network by the recipe (Ctrl+Return)</source>
        <translation>按配方训练网络（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Rest between two steps, or go on (Space)</source>
        <translation>在两步之间暂停，或继续（空格）</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>End the run and save it; it can be resumed later</source>
        <translation>结束训练并保存；以后可以继续</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>RunTableModel</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished">网络</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>A run goes on. Stop it before you open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager opens {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {n} runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished">训练记录</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training is kept here with its curves and weights: to open, resume, rename or delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsSection</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder of runs</source>
        <translation>选择训练记录文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder of runs</source>
        <translation>打开训练记录文件夹</translation>
    </message>
    <message>
        <source>New runs are kept here, each in a folder of its own. Older runs stay where they are.</source>
        <translation>新的训练记录保存在这里，各有自己的文件夹。旧的记录留在原处。</translation>
    </message>
    <message>
        <source>Runs cannot be kept in {folder}: {reason}. The folder of before stays.</source>
        <translation>无法把训练记录保存到 {folder}：{reason}。仍使用原来的文件夹。</translation>
    </message>
</context>
<context>
    <name>RunsToolbar</name>
    <message>
        <source>Open</source>
        <translation type="unfinished">打开</translation>
    </message>
    <message>
        <source>Show the curves of the run (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after the last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run another title (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected runs; it can be undone (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Training and classifying</source>
        <translation>训练与分类</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Nothing leaves your computer: pictures, runs and networks stay on it.</source>
        <translation>任何数据都不会离开您的电脑：图片、训练记录和网络都留在本机。</translation>
    </message>
</context>
<context>
    <name>SourceControl</name>
    <message>
        <source>Choose a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with one sub-folder of pictures a class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Epoch {now}/{all}</source>
        <translation>第 {now}/{all} 轮</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>accuracy {value}</source>
        <translation>准确率 {value}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Cross-entropy on training pictures, mean of the last {n} steps</source>
        <translation>训练图片上的交叉熵，最近 {n} 步的平均值</translation>
    </message>
    <message>
        <source>On training pictures, mean of the last {n} steps</source>
        <translation>训练图片上，最近 {n} 步的平均值</translation>
    </message>
    <message>
        <source>Memory that AlexNet Studio takes</source>
        <translation>AlexNet Studio 占用的内存</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>TrainCurves</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished">损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished">准确率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the past in the smoothed curve; 0 shows the raw values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainDetails</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of each epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>{n} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run stopped before its end. It can go on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run goes on in another process. What it records is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a network learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it trains, its loss and accuracy draw themselves here, step by step and epoch by epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished">训练</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>{rate} images/s</source>
        <translation>{rate} 张/秒</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>{min} min</source>
        <translation>{min} 分</translation>
    </message>
    <message>
        <source>{h} h {min} min</source>
        <translation>{h} 时 {min} 分</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 天 {h} 时</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1 轮</translation>
    </message>
    <message>
        <source>{n} epochs</source>
        <translation>{n} 轮</translation>
    </message>
    <message>
        <source>Best device</source>
        <translation>最佳设备</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>Started on {device} in {precision}: {parameters} parameters, {train} training, {test} test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on after step {step} on {device} in {precision}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} evaluated in {time}: test loss {loss}, test accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved, the best so far: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done after step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing: the data set is read and the network is built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed after step {step} of {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after step {step} of {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs} is evaluated: {done} of {total} test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}, step {step} of {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing after this step: epoch {epoch} of {epochs}, step {step} of {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused in epoch {epoch} of {epochs} after step {step} of {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: the run is saved after step {step} of {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss {loss}, accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed}, {epoch} left in this epoch, {run} in the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy {last}, at best {best} after epoch {epoch}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>border trimmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background made black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut to a square</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
